package io.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Hibernate shows the trail what it writes; statements of our own it does not see. Each place that has some is known here
 * by name, with what the trail is told instead.
 */
class PastHibernateTest {

    private static final Path SOURCES = Path.of("src/main/java/io/redress");

    private static final Pattern WRITING = Pattern.compile(
            "\\b(insert into|update|delete from) [a-z_]+ (set|where|\\()" + "|\\b(update|delete)\\(\\s*\"|\"update \"");

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("account/AccessToken.java", "session-revoked, token-revoked, password-changed"),
            Map.entry("token/ActiveTokens.java", "nothing: the last use of a token is no change"),
            Map.entry("account/KnownDevice.java", "signed-in, password-changed"),
            Map.entry("lockout/FailureCounter.java", "sign-in-refused, sign-in-locked"),
            Map.entry("lockout/LoginThrottle.java", "as above; sign-in-lock-lifted"),
            Map.entry("common/web/Idempotency.java", "the answer that is kept is that of a change in the trail"),
            Map.entry("file/StoredFiles.java", "the record that names the file by its hash"),
            Map.entry("bulletin/model/BulletinNumbers.java", "the bulletin that took the number"),
            Map.entry("bulletin/AutomaticDrafts.java", "the drafts"),
            Map.entry("tally/closing/Closing.java", "the reporting week that was closed"),
            Map.entry(
                    "registration/model/RegistrationHistory.java",
                    "retention-run, and the registration that was made anonymous"),
            Map.entry("reveal/Reveal.java", "retention-run, and the person who was made anonymous"),
            Map.entry("workspace/Draft.java", "nothing: no record of the office's"),
            Map.entry("workspace/ColumnSet.java", "nothing: no record of the office's"),
            Map.entry("seed/ReferenceSeed.java", "areas-loaded"),
            Map.entry(
                    "privacy/KeyRegister.java",
                    "a command: it changes under which key things are kept, not what they say"),
            Map.entry("privacy/RotateKeys.java", "rotate-keys, when it began, went on and ended"),
            Map.entry("privacy/V010__encrypt_what_names_people.java", "a migration"),
            Map.entry("registration/migration/V024__texts_as_everybody_types_them.java", "a migration"),
            Map.entry("registration/migration/V025__a_renewed_permit_is_the_same_persons.java", "a migration"),
            Map.entry("seed/DemoProgress.java", "nothing: how far the demonstration is, whose steps are in the trail"),
            Map.entry("audit/AuditLogStore.java", "the trail itself"),
            Map.entry("audit/chain/Genesis.java", "the trail itself"),
            Map.entry("audit/chain/ChainHead.java", "the trail itself"),
            Map.entry("audit/chain/Sealer.java", "the trail itself"));

    @Test
    void whoever_writes_past_hibernate_is_known_by_name() throws IOException {
        assertThat(writers().keySet()).containsExactlyInAnyOrderElementsOf(KNOWN.keySet());
    }

    private static Map<String, String> writers() throws IOException {
        var writers = new TreeMap<String, String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var statement = WRITING.matcher(Files.readString(file));
                if (statement.find()) {
                    writers.put(SOURCES.relativize(file).toString().replace('\\', '/'), statement.group());
                }
            }
        }
        return writers;
    }
}
