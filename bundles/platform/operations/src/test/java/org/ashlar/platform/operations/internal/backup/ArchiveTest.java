package org.ashlar.platform.operations.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    private static final Path OPEN = Path.of("/proc/self/fd");

    @TempDir
    Path folder;

    @Test
    void aSealedBackupThatWasCutShortIsRefusedAndNotHeldOpen() throws IOException {
        assumeTrue(Files.isDirectory(OPEN));
        Path cut = Files.write(folder.resolve("cut.backup"), "ASHLARB1salt".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> Archive.read(cut, "phrase".toCharArray(), null, name -> true)).isInstanceOf(IOException.class);

        try (Stream<Path> open = Files.list(OPEN)) {
            assertThat(open.filter(p -> points(p, cut))).isEmpty();
        }
    }

    private static boolean points(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException gone) {
            return false;
        }
    }
}
