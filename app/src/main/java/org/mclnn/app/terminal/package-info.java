/** What is seen in the terminal: charts and progress lines. */
@NullMarked
package org.mclnn.app.terminal;

import org.jspecify.annotations.NullMarked;
