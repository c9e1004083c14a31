package io.redress.privacy.software;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.redress.privacy.KeysUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("keys").resolve("redress.keys");
    }

    @Test
    void only_the_owner_can_read_the_key_file() throws IOException {
        var file = new KeyFile(path());
        file.create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        file.add();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        try (var beside = Files.list(path().getParent())) {
            assertThat(beside).containsExactlyInAnyOrder(path(), path().resolveSibling("redress.keys.lock"));
        }
    }

    @Test
    void an_existing_file_is_not_created_again() throws IOException {
        var file = new KeyFile(path());
        file.create();
        var before = Files.readString(path());
        assertThatThrownBy(file::create).isInstanceOf(KeysUnusable.class).hasMessageContaining(path().toString());
        assertThat(Files.readString(path())).isEqualTo(before);
    }

    @Test
    void adding_a_key_keeps_the_other_keys() throws IOException {
        var file = new KeyFile(path());
        file.create();
        var before = Files.readString(path());
        assertThat(file.add()).isEqualTo(2);
        assertThat(Files.readString(path())).startsWith(before).contains("data.2=SM4:");
        assertThat(file.read().data().keySet()).containsExactly(1, 2);
    }

    @Test
    void keys_of_different_files_and_purposes_are_different() throws IOException {
        new KeyFile(path()).create();
        var other = new KeyFile(folder.resolve("other"));
        other.create();
        var keys = new KeyFile(path()).read();
        assertThat(keys.data().get(1).secret())
                .isNotEqualTo(other.read().data().get(1).secret());
        assertThat(keys.macs().get("index").secret())
                .isNotEqualTo(keys.macs().get("audit").secret());
    }

    @Test
    void a_missing_file_is_reported_with_the_remedy() {
        assertThatThrownBy(() -> new KeyFile(path()).read())
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining(path().toString())
                .hasMessageContaining("create-keys");
    }

    @ParameterizedTest
    @CsvSource({
        "data.1=SM4:.*, data.1=SM4:c2VjcmV0LXBhcnQ=, data.1",
        "data.1=SM4:.*, data.1=SM4:not base64!, data.1",
        "data.1=SM4:.*, data.1=ROT13:AAAA, data.1",
        "data.1=SM4:.*, data.one=SM4:AAAAAAAAAAAAAAAAAAAAAA==, data.one",
        "data.1=SM4:.*, data.1=SM4, data.1",
        "data.1=SM4:.*, , data.1",
        "mac.index=SM3:.*, , mac.index",
        "mac.audit=SM3:.*, , mac.audit"
    })
    void an_invalid_line_is_reported_without_its_content(String line, String written, String name) throws IOException {
        new KeyFile(path()).create();
        var replaced = written == null ? "" : written;
        Files.writeString(path(), Files.readString(path()).replaceFirst(line, replaced));
        assertThatThrownBy(() -> new KeyFile(path()).read())
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining(name)
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("c2VjcmV0LXBhcnQ="));
    }

    @Test
    void a_full_disk_leaves_the_old_file() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "a disk can be mounted");
        try {
            var path = disk.resolve("redress.keys");
            var file = new KeyFile(path);
            file.create();
            var before = Files.readString(path);
            assertThatThrownBy(() -> Files.write(disk.resolve("ballast"), new byte[1024 * 1024]))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(file::add)
                    .isInstanceOf(KeysUnusable.class)
                    .hasMessageContaining("cannot be written")
                    .hasMessageContaining("data.2");
            assertThatThrownBy(() -> file.wrapBy("a passphrase for tests")).isInstanceOf(KeysUnusable.class);
            assertThat(path).content().isEqualTo(before);
            try (var files = Files.list(disk)) {
                assertThat(files.map(entry -> entry.getFileName().toString()))
                        .containsExactlyInAnyOrder("redress.keys", "redress.keys.lock", "ballast");
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void two_that_add_a_key_at_once_lose_none() throws Exception {
        new KeyFile(path()).create();
        var adding = new ArrayList<Thread>();
        for (var i = 0; i < 8; i++) {
            adding.add(new Thread(() -> new KeyFile(path()).add()));
        }
        adding.forEach(Thread::start);
        for (var thread : adding) {
            thread.join();
        }
        var keys = new KeyFile(path()).read().data();
        assertThat(keys.lastKey()).isEqualTo(keys.size()).isGreaterThan(1);
        assertThat(Files.readAllLines(path()).stream().filter(line -> line.startsWith("data.")))
                .hasSameSizeAs(keys.keySet());
    }
}
