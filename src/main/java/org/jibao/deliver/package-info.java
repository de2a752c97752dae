/** Task: what goes out after a run: copies for leaders, mails to leaders, officers and operators. */
@NullMarked
package org.jibao.deliver;

import org.jspecify.annotations.NullMarked;
