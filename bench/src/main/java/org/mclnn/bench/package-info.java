/** How long things take: benchmarks with JMH, and a program that is timed beside its peers. */
@NullMarked
package org.mclnn.bench;

import org.jspecify.annotations.NullMarked;
