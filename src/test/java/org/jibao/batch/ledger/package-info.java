/** Tests of the package of the same name. */
@NullMarked
package org.jibao.batch.ledger;

import org.jspecify.annotations.NullMarked;
