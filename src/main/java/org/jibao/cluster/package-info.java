/**
 * Task: a night on several machines. The process that has the store cuts the list of new files into slices and queues
 * them in PostgreSQL by Spring Batch's remote partitioning; workers read and check their slices and leave Parquet parts
 * in a folder that all of them see; the process with the store adds the parts in one transaction. Nothing of this is
 * loaded without {@code --cluster}.
 */
@NullMarked
package org.jibao.cluster;

import org.jspecify.annotations.NullMarked;
