/** Tests of what a cluster reads and writes; whole runs are in {@code flow}. */
@NullMarked
package org.jibao.cluster;

import org.jspecify.annotations.NullMarked;
