/**
 * Task: what a person looks at: findings by rule and by unit, one return as its unit filled it, and what stands behind
 * a figure. Input: a published snapshot. Output: reports.
 */
@NullMarked
package org.jibao.inspect;

import org.jspecify.annotations.NullMarked;
