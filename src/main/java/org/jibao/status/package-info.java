/**
 * Task: who has sent what. Status of a period, chase list, history of a unit, held and replaced returns, and how runs
 * have gone. Reads the store or its snapshot and changes nothing.
 */
@NullMarked
package org.jibao.status;

import org.jspecify.annotations.NullMarked;
