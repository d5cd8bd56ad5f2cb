/** The command line: one class per verb. */
@NullMarked
package org.mclnn.app.cli;

import org.jspecify.annotations.NullMarked;
