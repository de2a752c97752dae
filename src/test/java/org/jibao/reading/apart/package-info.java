@NullMarked
package org.jibao.reading.apart;

import org.jspecify.annotations.NullMarked;
