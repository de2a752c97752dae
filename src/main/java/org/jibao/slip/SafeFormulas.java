package org.jibao.slip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.SharedFormula;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.AreaErrPtg;
import org.apache.poi.ss.formula.ptg.AreaPtg;
import org.apache.poi.ss.formula.ptg.ArrayPtg;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.OperandPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Pxg;
import org.apache.poi.ss.formula.ptg.Pxg3D;
import org.apache.poi.ss.formula.ptg.RefErrorPtg;
import org.apache.poi.ss.formula.ptg.RefPtg;
import org.apache.poi.ss.formula.ptg.ScalarConstantPtg;
import org.apache.poi.ss.formula.ptg.ValueOperatorPtg;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.reading.book.SourceBook.Formula;
import org.jspecify.annotations.Nullable;

/**
 * Lets through formulas over cells of the workbook itself, with functions that compute and do nothing else. What comes out is
 * written anew from what was understood: nothing of the text that came in.
 */
final class SafeFormulas {

    /** No formula of a return is a tenth as long; a parser calls itself for every bracket. */
    private static final int LONGEST = 2000;

    private static final int DEEPEST = 64;

    private static final Set<String> FUNCTIONS = functions();

    /** Operators that are written with brackets or signs, and computed of what stands beside them. */
    private static final Set<String> SIGNS =
            Set.of("ParenthesisPtg", "UnionPtg", "RangePtg", "IntersectionPtg", "MemFuncPtg", "MemAreaPtg");

    private final XSSFWorkbook workbook;
    private final XSSFEvaluationWorkbook evaluation;

    /** @param workbook with all its sheets, and no names */
    SafeFormulas(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.evaluation = XSSFEvaluationWorkbook.create(workbook);
    }

    private static Set<String> functions() {
        try (InputStream list = Objects.requireNonNull(SafeFormulas.class.getResourceAsStream("functions.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null where it is none that may be handed on. */
    @Nullable
    String of(Formula formula, int sheet, int row) {
        Ptg[] parts = parsed(formula.text(), FormulaType.CELL, sheet, row);
        if (parts == null) {
            return null;
        }
        boolean moved = formula.down() != 0 || formula.right() != 0;
        Ptg[] own = moved
                ? new SharedFormula(SpreadsheetVersion.EXCEL2007)
                        .convertSharedFormulas(parts, formula.down(), formula.right())
                : parts;
        return FormulaRenderer.toFormulaString(evaluation, own);
    }

    /** The same of what a rule for input holds: a list of words, a number, a range or a condition. */
    @Nullable
    String ofRule(String formula, int sheet) {
        Ptg[] parts = parsed(formula, FormulaType.DATAVALIDATION_LIST, sheet, 0);
        return parts == null ? null : FormulaRenderer.toFormulaString(evaluation, parts);
    }

    private Ptg @Nullable [] parsed(String formula, FormulaType type, int sheet, int row) {
        if (formula.isBlank() || formula.length() > LONGEST || isDeep(formula)) {
            return null;
        }
        try {
            Ptg[] parts = FormulaParser.parse(formula, evaluation, type, sheet, row);
            for (Ptg part : parts) {
                if (!isAllowed(part)) {
                    return null;
                }
            }
            return parts;
        } catch (RuntimeException | StackOverflowError notUnderstood) {
            return null;
        }
    }

    private static boolean isDeep(String formula) {
        int depth = 0;
        int deepest = 0;
        int signs = 0;
        for (int i = 0; i < formula.length(); i++) {
            char sign = formula.charAt(i);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            signs = sign == '-' || sign == '+' || sign == ' ' ? signs + 1 : 0;
            deepest = Math.max(deepest, Math.max(depth, signs));
        }
        return deepest > DEEPEST;
    }

    private boolean isAllowed(Ptg part) {
        if (part instanceof AbstractFunctionPtg function) {
            return !function.isExternalFunction() && FUNCTIONS.contains(function.getName());
        }
        if (part instanceof Pxg place) {
            return isOwn(place);
        }
        return part instanceof ScalarConstantPtg
                || part instanceof ValueOperatorPtg
                || part instanceof AttrPtg
                || part instanceof OperandPtg && isCells(part)
                || part instanceof ArrayPtg
                || SIGNS.contains(part.getClass().getSimpleName());
    }

    private static boolean isCells(Ptg part) {
        return part instanceof RefPtg
                || part instanceof AreaPtg
                || part instanceof RefErrorPtg
                || part instanceof AreaErrPtg;
    }

    /** A place on a sheet of this workbook; a name is no place. */
    private boolean isOwn(Pxg place) {
        boolean cells = place instanceof org.apache.poi.ss.formula.ptg.Ref3DPxg
                || place instanceof org.apache.poi.ss.formula.ptg.Area3DPxg;
        String last = place instanceof Pxg3D range ? range.getLastSheetName() : null;
        return cells
                && place.getExternalWorkbookNumber() < 1
                && isSheet(place.getSheetName())
                && (last == null || isSheet(last));
    }

    private boolean isSheet(@Nullable String name) {
        return name != null && workbook.getSheetIndex(name) >= 0;
    }
}
