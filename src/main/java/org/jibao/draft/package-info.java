/**
 * Task: a job folder from forms. Input: blank forms and filled returns that belong to no job yet. Output: a
 * folder with cover, grids,
 * registers, checks, figures and units, and what was assumed.
 */
@NullMarked
package org.jibao.draft;

import org.jspecify.annotations.NullMarked;
