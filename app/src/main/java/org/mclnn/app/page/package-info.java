/** Pages of HTML that need nothing but themselves. */
@NullMarked
package org.mclnn.app.page;

import org.jspecify.annotations.NullMarked;
