/** Tests of the desk's server: what it refuses, and what it lets pass. */
@NullMarked
package org.jibao.desk.http;

import org.jspecify.annotations.NullMarked;
