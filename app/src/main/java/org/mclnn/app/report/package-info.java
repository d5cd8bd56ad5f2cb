/** What a training leaves for people to read: figures, one page, a model card. */
@NullMarked
package org.mclnn.app.report;

import org.jspecify.annotations.NullMarked;
