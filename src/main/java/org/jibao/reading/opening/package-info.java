/**
 * Opens a received file of any kind, in this process or, where a library opens it that was not made for strangers'
 * files, in a process apart. Also the form in which cells and books go through a pipe or lie in a temporary file.
 */
@NullMarked
package org.jibao.reading.opening;

import org.jspecify.annotations.NullMarked;
