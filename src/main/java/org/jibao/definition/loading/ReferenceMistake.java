package org.jibao.definition.loading;

import org.jibao.finding.Text;

/** The words for mistakes in {@code reference/*.csv}. */
final class ReferenceMistake {

    private ReferenceMistake() {}

    static Text headerMissing() {
        return new Text(
                "文件是空的：首行应写列名，用逗号隔开，如 code,name,amount",
                "the file is empty: its first line must name the columns, separated by commas, such as code,name,amount");
    }

    static Text badColumn(String column, int position) {
        return new Text(
                "首行第 %d 列的列名“%s”不合规：请用小写字母开头，只用小写字母、数字和下划线".formatted(position, column),
                "column %d of the first line is called \"%s\", which is no column's name: begin with a lower-case letter, use lower-case letters, digits and underscores"
                        .formatted(position, column));
    }

    static Text lineIsReserved(int position) {
        return new Text(
                "首行第 %d 列不能叫“line”：程序用它存行号，请换一个列名，如 line_no".formatted(position),
                "column %d of the first line cannot be called \"line\", which holds the line's number: choose another, such as line_no"
                        .formatted(position));
    }

    static Text duplicateColumn(String column, int position, int first) {
        return new Text(
                "首行第 %d 列的列名“%s”与第 %d 列重复，请换一个".formatted(position, column, first),
                "column %d of the first line, \"%s\", is called like column %d; choose another name"
                        .formatted(position, column, first));
    }

    static Text width(int found, int expected) {
        return new Text(
                "这一行有 %d 格，首行有 %d 格；格内有逗号时，请用双引号把整格括起来".formatted(found, expected),
                "this line has %d cells, the first line %d; put a cell that holds a comma in double quotes"
                        .formatted(found, expected));
    }
}
