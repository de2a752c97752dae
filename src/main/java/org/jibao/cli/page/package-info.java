/** What commands print: pages, tables and JSON, and the screen that makes text safe to show. */
@NullMarked
package org.jibao.cli.page;

import org.jspecify.annotations.NullMarked;
