package org.jibao.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CauseTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Cause.DISK_FULL, new IOException("No space left on device")),
                Arguments.of(Cause.DISK_FULL, new FileSystemException("a", null, "Disk quota exceeded")),
                Arguments.of(Cause.DISK_FULL, new SQLException("IO Error: … : No space left on device")),
                Arguments.of(Cause.FILE_SIZE, new SQLException("IO Error: Could not write file: File too large")),
                Arguments.of(Cause.FILE_SIZE, new IOException("File too large")),
                Arguments.of(Cause.DENIED, new AccessDeniedException("a")),
                Arguments.of(Cause.NO_FOLDER, new NoSuchFileException("a")),
                Arguments.of(Cause.DEPTH, new StackOverflowError()),
                Arguments.of(Cause.HEAP, new OutOfMemoryError("Java heap space")),
                Arguments.of(Cause.HEAP, new OutOfMemoryError()),
                Arguments.of(Cause.MACHINE_MEMORY, new OutOfMemoryError("unable to create native thread")),
                Arguments.of(Cause.OPEN_FILES, new IOException("Too many open files")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isFoundUnderWhateverWrapsIt(Cause cause, Throwable failure) {
        assertEquals(Optional.of(cause), Cause.of(failure));
        Throwable wrapped = new IllegalStateException("the step failed", new RuntimeException(failure));
        assertEquals(Optional.of(cause), Cause.of(wrapped));
    }

    @Test
    void isNotReadFromWhatIsNoFailureOfTheMachine() {
        assertEquals(Optional.empty(), Cause.of(new IllegalArgumentException("no space left in the title")));
        assertEquals(Optional.empty(), Cause.of(new SQLException("Binder Error: no such column")));
        assertEquals(
                Optional.of(Cause.IN_USE),
                Cause.of(new UncheckedIOException(new IOException("The file is being used by another process"))));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void isSaidInBothLanguagesWithWhatToDo(Cause cause) {
        for (String words : new String[] {
            cause.why().zh(), cause.why().en(), cause.cure().zh(), cause.cure().en()
        }) {
            assertFalse(words.isBlank() || words.endsWith(".") || words.endsWith("。"), words);
        }
    }
}
