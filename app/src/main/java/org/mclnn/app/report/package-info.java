/** What people look at: charts in the terminal and figures. */
@NullMarked
package org.mclnn.app.report;

import org.jspecify.annotations.NullMarked;
