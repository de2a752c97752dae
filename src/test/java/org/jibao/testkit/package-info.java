/** What tests of several packages share. */
@NullMarked
package org.jibao.testkit;

import org.jspecify.annotations.NullMarked;
