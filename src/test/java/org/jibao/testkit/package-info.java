/** What many tests need: workbooks written as pipe tables, the shipped forms. */
@NullMarked
package org.jibao.testkit;

import org.jspecify.annotations.NullMarked;
