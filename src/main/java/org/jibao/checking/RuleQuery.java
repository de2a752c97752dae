package org.jibao.checking;

import org.jibao.definition.RuleDefinition;

/**
 * One rule as one SELECT over all pending returns at once. Its rows are for {@link RuleQueries#outcome}.
 *
 * @param sql reads temporary tables, so it must run on the connection on which they were made
 */
public record RuleQuery(RuleDefinition rule, String sql) {}
