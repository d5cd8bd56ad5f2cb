/** The paper's experiments, figures, table and claims, and what a physicist asks beyond them. */
@NullMarked
package org.mclnn.app.paper;

import org.jspecify.annotations.NullMarked;
