package io.redress.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.privacy.CryptoModule;
import io.redress.privacy.TamperedWith;
import io.redress.privacy.software.CryptoModules;
import io.redress.privacy.software.KeyFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePiecesTest {

    private static final int PIECE = FilePieces.LENGTH;
    private static final Random RANDOM = new Random(19);

    @TempDir
    Path folder;

    private CryptoModule module;

    @BeforeEach
    void makeKeys() {
        var keys = folder.resolve("redress.keys");
        new KeyFile(keys).create();
        module = CryptoModules.open(new KeyFile(keys));
    }

    private FilePieces file(long size) {
        return new FilePieces(module, module.newFileKey(), UUID.randomUUID(), size);
    }

    private static byte[] content(int size) {
        var content = new byte[size];
        RANDOM.nextBytes(content);
        return content;
    }

    private static List<byte[]> seal(FilePieces file, byte[] content) {
        var pieces = new ArrayList<byte[]>();
        for (var i = 0; i < file.count(); i++) {
            pieces.add(file.seal(i, Arrays.copyOfRange(content, i * PIECE, Math.min(content.length, (i + 1) * PIECE))));
        }
        return pieces;
    }

    private static byte[] open(FilePieces file, List<byte[]> pieces) {
        var content = new ByteArrayOutputStream();
        for (var i = 0; i < file.count(); i++) {
            content.writeBytes(file.open(i, i < pieces.size() ? pieces.get(i) : new byte[0]));
        }
        return content.toByteArray();
    }

    private static void assertTampered(FilePieces file, List<byte[]> pieces) {
        assertThatThrownBy(() -> open(file, pieces)).isInstanceOf(TamperedWith.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7, StoredFiles.LARGEST})
    void a_sealed_file_opens_to_the_same_content(int size) {
        var content = content(size);
        var file = file(size);
        var pieces = seal(file, content);
        assertThat(pieces).hasSize(Math.max(1, (size + PIECE - 1) / PIECE));
        assertThat(open(file, pieces)).isEqualTo(content);
    }

    @Test
    void a_file_is_sealed_and_opened_with_AES() throws IOException {
        var keys = folder.resolve("aes.keys");
        new KeyFile(keys).create();
        Files.writeString(
                keys, Files.readString(keys).replaceFirst("data\\.1=.*", "data.1=AES:" + "A".repeat(43) + "="));
        module = CryptoModules.open(new KeyFile(keys));
        assertThat(module.newFileKey()).startsWith("AES:");
        var content = content(PIECE + 1);
        var file = file(content.length);
        assertThat(open(file, seal(file, content))).isEqualTo(content);
    }

    @Test
    void equal_pieces_and_equal_files_have_different_ciphertexts() {
        var content = new byte[3 * PIECE];
        var pieces = new ArrayList<>(seal(file(content.length), content));
        pieces.addAll(seal(file(content.length), content));
        assertThat(pieces.stream().map(Arrays::hashCode).distinct()).hasSize(6);
    }

    @Test
    void swapped_repeated_and_missing_pieces_are_detected() {
        var file = file(3 * PIECE);
        var pieces = seal(file, content(3 * PIECE));
        assertTampered(file, List.of(pieces.get(1), pieces.get(0), pieces.get(2)));
        assertTampered(file, List.of(pieces.get(0), pieces.get(0), pieces.get(2)));
        assertTampered(file, List.of(pieces.get(0), pieces.get(2)));
        assertTampered(file, pieces.subList(0, 2));
        assertTampered(file, List.of());
    }

    @Test
    void a_shortened_or_extended_file_is_detected() {
        var file = file(3 * PIECE);
        var pieces = seal(file, content(3 * PIECE));
        for (var size : List.of(0L, 1L, 2L * PIECE, 3L * PIECE - 1, 3L * PIECE + 1)) {
            assertTampered(new FilePieces(module, file.key(), file.file(), size), pieces);
        }
    }

    /** Also if the key and the size were the same. */
    @Test
    void a_piece_of_another_file_is_refused() {
        var content = content(2 * PIECE);
        var file = file(content.length);
        var other = new FilePieces(module, file.key(), UUID.randomUUID(), content.length);
        assertTampered(
                file, List.of(seal(file, content).get(0), seal(other, content).get(1)));
        assertTampered(file, seal(file(content.length), content));
    }

    @Test
    void a_change_of_any_bit_is_detected() {
        var file = file(PIECE + 9);
        var pieces = seal(file, content(PIECE + 9));
        for (var flips = 0; flips < 40; flips++) {
            var changed = new ArrayList<>(pieces);
            var piece = changed.get(flips % 2).clone();
            piece[RANDOM.nextInt(piece.length)] ^= (byte) (1 << RANDOM.nextInt(8));
            changed.set(flips % 2, piece);
            assertTampered(file, changed);
        }
    }

    @Test
    void a_piece_of_another_length_is_refused() {
        var file = file(9);
        var piece = seal(file, content(9)).get(0);
        assertTampered(file, List.of(Arrays.copyOf(piece, piece.length - 1)));
        assertTampered(file, List.of(Arrays.copyOf(piece, piece.length + 1)));
    }
}
