/** What charts on screen and figures on paper share: round ticks, ranges worth showing, the curves of a law. */
@NullMarked
package org.mclnn.app.chart;

import org.jspecify.annotations.NullMarked;
