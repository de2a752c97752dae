package org.jibao.checking.localisation;

/**
 * One rule over the cells that it names: the sum of coefficient times figure, plus a constant, is zero, or at most
 * zero. Everything in it is a whole number.
 */
public final class LinearConstraint {

    private final int[] cells;
    private final long[] coefficients;
    private final long constant;
    private final boolean equality;
    private final long tolerance;
    private final Presence presence;
    private final int[] operands;
    private final boolean binding;

    /** When the rule can be assessed at all. */
    public enum Presence {
        /** Only where all operands are present. */
        ALL,
        /** Where any operand is present; the others count as zero. */
        ANY,
        /** Always; what is missing counts as zero. */
        NONE
    }

    /**
     * @param cells with a coefficient other than zero, each once
     * @param tolerance of an equality: how far the sum may lie from zero
     * @param operands all cells that the rule names, whether or not they count
     * @param binding whether it must hold; one that need not only tells the likelier sets
     */
    public LinearConstraint(
            int[] cells,
            long[] coefficients,
            long constant,
            boolean equality,
            long tolerance,
            Presence presence,
            int[] operands,
            boolean binding) {
        this.cells = cells.clone();
        this.coefficients = coefficients.clone();
        this.constant = constant;
        this.equality = equality;
        this.tolerance = tolerance;
        this.presence = presence;
        this.operands = operands.clone();
        this.binding = binding;
    }

    int size() {
        return cells.length;
    }

    int cell(int index) {
        return cells[index];
    }

    long coefficient(int index) {
        return coefficients[index];
    }

    long constant() {
        return constant;
    }

    boolean equality() {
        return equality;
    }

    long tolerance() {
        return tolerance;
    }

    boolean binding() {
        return binding;
    }

    int operands() {
        return operands.length;
    }

    int operand(int index) {
        return operands[index];
    }

    /** Whether it can be assessed once these cells are present. */
    boolean assessable(boolean[] present) {
        int there = 0;
        for (int operand : operands) {
            there += present[operand] ? 1 : 0;
        }
        return switch (presence) {
            case ALL -> there == operands.length;
            case ANY -> there > 0;
            case NONE -> true;
        };
    }

    /** Whether it holds for these figures. */
    boolean holds(long[] values) {
        long sum = constant;
        for (int i = 0; i < cells.length; i++) {
            sum = Math.addExact(sum, Math.multiplyExact(coefficients[i], values[cells[i]]));
        }
        return equality ? Math.absExact(sum) <= tolerance : sum <= 0;
    }
}
