/** How good a law is: every measure of the paper, and those a physicist asks for. */
@NullMarked
package org.mclnn.evaluation;

import org.jspecify.annotations.NullMarked;
