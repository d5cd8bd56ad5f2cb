/** Figures for a paper, of several panels, as SVG, PNG and PDF. */
@NullMarked
package org.mclnn.app.figure;

import org.jspecify.annotations.NullMarked;
