/** Studies: pieces of work whose findings are kept, so that a finished piece is not run again unless its inputs changed. */
@NullMarked
package org.mclnn.app.study;

import org.jspecify.annotations.NullMarked;
