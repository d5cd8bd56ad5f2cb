/** Pages looked at by a real browser. */
@NullMarked
package org.mclnn.browser;

import org.jspecify.annotations.NullMarked;
