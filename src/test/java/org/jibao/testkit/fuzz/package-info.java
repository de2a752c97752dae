/** Makes hostile files of valid returns, from a seed. */
@NullMarked
package org.jibao.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
