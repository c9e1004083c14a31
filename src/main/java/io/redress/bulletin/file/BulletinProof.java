package io.redress.bulletin.file;

import io.redress.audit.ProvenRecord;
import io.redress.audit.RecordProofs;
import io.redress.bulletin.file.BulletinVerification.Proof;
import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.print.BulletinFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The audit trail's evidence about issued bulletins. Signing writes an entry with the bulletin's id, number and digest,
 * and one with the digest of each file, all with a MAC. A change of the bulletin in the database contradicts them.
 */
@ApplicationScoped
public class BulletinProof {

    private static final String BULLETIN = "bulletin";
    private static final String FILE = "bulletinFile";

    private final RecordProofs trail;

    BulletinProof(RecordProofs trail) {
        this.trail = trail;
    }

    /**
     * The evidence from the time of signing.
     *
     * @param ofBulletin whether the bulletin's own columns match the trail
     * @param areFilesGenuine whether no entry about its files was changed
     * @param files SHA-256 of each file that the trail knows
     */
    record Proven(Proof ofBulletin, boolean areFilesGenuine, Map<BulletinFormat, String> files) {

        /** Proven as a whole: the bulletin itself, every stored file, and no file more or less. */
        Proof with(List<BulletinFile> kept) {
            if (ofBulletin != Proof.PROVEN) {
                return ofBulletin;
            }
            var now = new HashMap<BulletinFormat, String>();
            kept.forEach(file -> now.put(file.id.format(), file.sha256));
            return areFilesGenuine && now.equals(files) ? Proof.PROVEN : Proof.CONTRADICTED;
        }
    }

    Proven of(Bulletin bulletin) {
        var id = bulletin.id.toString();
        var own = trail.of(BULLETIN, List.of(id)).get(id);
        var entries = trail.of(
                FILE,
                Arrays.stream(BulletinFormat.values())
                        .map(format -> idOf(bulletin.id, format))
                        .toList());
        var files = new HashMap<BulletinFormat, String>();
        for (var format : BulletinFormat.values()) {
            var file = entries.get(idOf(bulletin.id, format));
            if (file != null && file.values().get("sha256") != null) {
                files.put(format, file.values().get("sha256"));
            }
        }
        var areGenuine = entries.values().stream().allMatch(ProvenRecord::isGenuine);
        return new Proven(proof(bulletin, own), areGenuine, files);
    }

    /** In the trail's form for an id of two columns. */
    private static String idOf(UUID bulletinId, BulletinFormat format) {
        return bulletinId + "/" + format;
    }

    private static Proof proof(Bulletin bulletin, ProvenRecord proven) {
        if (proven == null || proven.isGenuine() && proven.values().get("digest") == null) {
            return Proof.NONE;
        }
        var isAsProven = columns(bulletin).entrySet().stream()
                .allMatch(column ->
                        Objects.equals(column.getValue(), proven.values().get(column.getKey())));
        return proven.isGenuine() && isAsProven ? Proof.PROVEN : Proof.CONTRADICTED;
    }

    /** The columns that identify the bulletin; its text is in the content, which the digest covers. */
    private static Map<String, String> columns(Bulletin bulletin) {
        var columns = new HashMap<String, String>();
        columns.put("platformId", text(bulletin.platformId));
        columns.put("weekId", text(bulletin.weekId));
        columns.put("weekEndsOn", text(bulletin.weekEndsOn));
        columns.put("correctsId", text(bulletin.correctsId));
        columns.put("status", text(bulletin.status));
        columns.put("year", text(bulletin.year));
        columns.put("number", text(bulletin.number));
        columns.put("issuedOn", text(bulletin.issuedOn));
        columns.put("digest", bulletin.digest);
        return columns;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
