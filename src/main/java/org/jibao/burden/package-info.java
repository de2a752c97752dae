/**
 * Task: what units are asked, and what of it need not be asked. Takes jobs and the published snapshot; gives the cells
 * that are asked twice, computable, prefilled, never changed or always empty, and how many cells each kind of unit is
 * asked.
 */
@NullMarked
package org.jibao.burden;

import org.jspecify.annotations.NullMarked;
