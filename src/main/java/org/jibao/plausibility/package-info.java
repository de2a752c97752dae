/**
 * Unlikely figures: takes the counts and amounts of a period and of earlier ones, gives {@link
 * org.jibao.plausibility.Suspicion}s. Rules catch what cannot be. This package catches what is unlikely. No SQL, no
 * files.
 */
@NullMarked
package org.jibao.plausibility;

import org.jspecify.annotations.NullMarked;
