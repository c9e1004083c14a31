package io.redress.registration.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.database.AdvisoryLocks;
import io.redress.common.text.Digests;
import io.redress.privacy.CryptoModule;
import io.redress.privacy.KeyRegister;
import io.redress.testing.Dump;
import io.redress.testing.Owner;
import io.redress.testing.People;
import io.redress.testing.Refusals;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of evidence are nowhere in clear: not in the database, not on the disk, and not after they were changed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EvidenceSecrecyTest {

    /** More pieces than are read together; few, because RestAssured logs each byte that it sends. */
    private static final int LINES = 24_000;

    @TestHTTPResource("/")
    URI root;

    @Inject
    People people;

    @Inject
    Register register;

    @Inject
    Owner owner;

    @Inject
    Refusals database;

    @Inject
    Dump dump;

    @Inject
    CryptoModule module;

    @Inject
    AdvisoryLocks locks;

    @Inject
    ClearEvidence clear;

    @Inject
    EncryptEvidenceJob job;

    private String registered() {
        return "/api/v1/registrations/" + register.register(register.platform()).getString("id");
    }

    private static byte[] text(String mark, int lines) {
        return IntStream.range(0, lines)
                .mapToObj(n -> mark + " " + n + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private Response send(String registration, String kind, byte[] content) {
        return people.clerk()
                .contentType("multipart/form-data")
                .multiPart("kind", kind)
                .multiPart("file", "a.txt", content, "text/plain")
                .post(registration + "/evidence");
    }

    /** Returns its id. */
    private String attach(String registration, String kind, byte[] content) {
        return send(registration, kind, content)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response download(String registration, String id) {
        return people.clerk().get(registration + "/evidence/" + id);
    }

    private String fileOf(String id) {
        return database.query("select file_id from evidence where id = '" + id + "'")
                .get(0);
    }

    @Test
    void a_dump_has_no_file_content_and_does_not_link_people_with_the_same_file() throws Exception {
        var mark = "植入" + UUID.randomUUID();
        var content = text(mark, 9);
        var one = registered();
        var first = attach(one, "CONTRACT", content);
        var again = attach(one, "RECEIPT", content);
        var other = attach(registered(), "CONTRACT", content);
        assertThat(fileOf(again)).isEqualTo(fileOf(first));
        assertThat(fileOf(other)).isNotEqualTo(fileOf(first));
        assertThat(download(one, again).asByteArray()).isEqualTo(content);
        var seen = people.clerk().get(one + "/evidence").jsonPath().getList("items.sha256");
        assertThat(seen).containsOnly(Digests.sha256(content));
        assertThat(database.query("select count(distinct proof) from evidence where id in ('%s', '%s', '%s')"
                        .formatted(first, again, other)))
                .containsExactly("3");
        for (var table : dump.tables()) {
            assertThat(dump.of(table)).as(table).doesNotContain(mark).doesNotContain(Digests.sha256(content));
        }
    }

    private void flipBit(String id, int piece) {
        owner.execute("update encrypted_piece set content = set_byte(content, 7, get_byte(content, 7) # 1)"
                + " where file_id = '" + fileOf(id) + "' and number = " + piece);
    }

    @Test
    void a_tampered_file_is_refused_or_its_download_aborted_and_other_files_are_not() {
        var registration = registered();
        var content = text("流水" + UUID.randomUUID(), LINES);
        var changed = attach(registration, "CONTRACT", content);
        var whole = attach(registration, "RECEIPT", text("收据" + UUID.randomUUID(), 3));
        var response = download(registration, changed);
        assertThat(response.asByteArray()).isEqualTo(content);
        assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(content.length));

        flipBit(changed, 17);
        assertThatThrownBy(() -> download(registration, changed).asByteArray())
                .as("the declared length is not reached")
                .isInstanceOf(Exception.class);
        flipBit(changed, 0);
        var refused = download(registration, changed);
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.asString()).doesNotContain("流水").contains("/problems/internal-error");
        download(registration, whole).then().statusCode(200);
    }

    @Test
    void an_upload_is_not_written_to_disk_even_if_it_is_refused_or_aborted() throws Exception {
        var uploads = Files.createDirectories(Path.of("target", "uploads"));
        var registration = registered();
        try (var watch = FileSystems.getDefault().newWatchService()) {
            uploads.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            var probe = Files.createTempFile(uploads, "probe", null);
            assertThat(created(watch, 20)).as("the watch works").isEqualTo(1);
            Files.delete(probe);

            attach(registration, "CONTRACT", text("一" + UUID.randomUUID(), 2_000));
            send(registration, "CONTRACT", new byte[] {0, 1, 2}).then().statusCode(415);
            breakOff();
            assertThat(created(watch, 3)).isZero();
        }
    }

    private static int created(WatchService watch, int withinSeconds) throws InterruptedException {
        var key = watch.poll(withinSeconds, TimeUnit.SECONDS);
        if (key == null) {
            return 0;
        }
        var events = key.pollEvents().size();
        key.reset();
        return events;
    }

    private void breakOff() throws IOException {
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            var begin = "POST /api/probe/file HTTP/1.1\r\nHost: redress\r\nContent-Length: 1000000\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\n"
                    + "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(text("半", 9_000));
            socket.getOutputStream().flush();
        }
    }

    /** As V039 finds it. */
    private void turnClear(String id, byte[] content) throws SQLException {
        var file = fileOf(id);
        try (var connection = owner.connect();
                var insert = connection.prepareStatement(
                        "insert into stored_file values (?, 'text/plain', ?, ?, now()) on conflict do nothing")) {
            insert.setString(1, Digests.sha256(content));
            insert.setLong(2, content.length);
            insert.setBytes(3, content);
            insert.executeUpdate();
        }
        owner.execute(
                "update evidence set file_id = null, digest = null, proof = null, sha256 = '" + Digests.sha256(content)
                        + "' where id = '" + id + "'",
                "delete from encrypted_file where id = '" + file
                        + "' and not exists (select from evidence where file_id = '" + file + "')");
    }

    private void acceptClearFiles() throws SQLException {
        owner.execute("delete from crypto_key where use = 'clear-files'");
        try (var connection = owner.connect()) {
            new KeyRegister(connection).enterClearFiles(module);
        }
    }

    @Test
    void clear_files_are_readable_during_their_encryption_and_refused_afterwards() throws Exception {
        var content = text("旧件" + UUID.randomUUID(), 2_000);
        var second = text("另件" + UUID.randomUUID(), 3);
        var one = registered();
        var other = registered();
        var ids = List.of(
                attach(one, "CONTRACT", content), attach(one, "RECEIPT", content), attach(one, "OTHER", second));
        var ofOther = attach(other, "CONTRACT", content);
        var before = people.clerk().get(one + "/evidence").asString();
        for (var id : ids) {
            turnClear(id, id.equals(ids.get(2)) ? second : content);
        }
        turnClear(ofOther, content);
        acceptClearFiles();
        assertThat(clear.count()).isEqualTo(4);
        assertAllRead(one, ids, content, second, other, ofOther, before);

        assertThat(clear.encryptNext()).as("both rows of the registration").isEqualTo(2);
        assertThat(clear.count()).isEqualTo(2);
        assertAllRead(one, ids, content, second, other, ofOther, before);
        assertThat(clear.end()).isFalse();
        try (var lock = locks.tryLock("encrypt-evidence")) {
            assertThat(lock.isHeld()).isTrue();
            assertThat(job.encryptUnlessAnotherDoes()).isFalse();
        }
        assertThat(job.encryptUnlessAnotherDoes()).isTrue();
        assertThat(clear.count()).isZero();
        assertThat(clear.isAccepted()).isFalse();
        assertAllRead(one, ids, content, second, other, ofOther, before);
        assertThat(fileOf(ids.get(1))).isEqualTo(fileOf(ids.get(0)));
        assertThat(fileOf(ofOther)).isNotEqualTo(fileOf(ids.get(0)));
        assertThat(database.query("select 1 from stored_file where sha256 in ('%s', '%s')"
                        .formatted(Digests.sha256(content), Digests.sha256(second))))
                .isEmpty();
        assertThat(database.query("select details ->> 'step' from audit_entry where action = 'encrypt-evidence'"))
                .contains("begun", "ended");

        turnClear(ofOther, text("植入", 3));
        assertThat(download(other, ofOther).statusCode())
                .as("planted afterwards")
                .isEqualTo(500);
        owner.execute("delete from evidence where id = '" + ofOther + "'");
    }

    private void assertAllRead(
            String one, List<String> ids, byte[] content, byte[] second, String other, String ofOther, String before) {
        assertThat(download(one, ids.get(0)).asByteArray()).isEqualTo(content);
        assertThat(download(one, ids.get(1)).asByteArray()).isEqualTo(content);
        assertThat(download(one, ids.get(2)).asByteArray()).isEqualTo(second);
        assertThat(download(other, ofOther).asByteArray()).isEqualTo(content);
        assertThat(people.clerk().get(one + "/evidence").asString()).isEqualTo(before);
    }
}
