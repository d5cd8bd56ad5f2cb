/** Settings of a verb in a TOML file: its options under their names, read, checked, written, and described for editors. */
@NullMarked
package org.mclnn.app.config;

import org.jspecify.annotations.NullMarked;
