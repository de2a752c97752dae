@NullMarked
package org.jibao.summary.slip;

import org.jspecify.annotations.NullMarked;
