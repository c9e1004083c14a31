package io.redress.bulletin.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinContents;
import io.redress.bulletin.model.BulletinProblems;
import io.redress.bulletin.print.BulletinContent;
import io.redress.bulletin.print.BulletinFormat;
import io.redress.bulletin.print.RenderLimit;
import io.redress.bulletin.word.BulletinTemplates;
import io.redress.common.problem.Problem;
import io.redress.file.StoredFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The files of bulletins. The files of an issued bulletin are stored in the transaction that signs it: every download
 * returns the same bytes, even when the program or its template has changed since. The files of a draft are rendered on
 * request and marked as draft. Rendering never runs inside a transaction.
 */
@ApplicationScoped
public class BulletinFiles {

    private final BulletinContents contents;
    private final BulletinTemplates templates;
    private final BulletinRenderer renderer;
    private final RenderLimit limit;
    private final StoredFiles files;
    private final ObjectMapper json;

    BulletinFiles(
            BulletinContents contents,
            BulletinTemplates templates,
            BulletinRenderer renderer,
            RenderLimit limit,
            StoredFiles files,
            ObjectMapper json) {
        this.contents = contents;
        this.templates = templates;
        this.renderer = renderer;
        this.limit = limit;
        this.files = files;
        this.json = json;
    }

    /** The input for rendering a file; the template is null except for Word. */
    private record Source(BulletinContent content, byte[] template, boolean isIssued) {}

    /** Returns the stored file of an issued bulletin, or renders the draft. */
    public byte[] read(UUID bulletinId, BulletinFormat format) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> kept(bulletinId, format))
                .orElseGet(() -> limit.inTurn(() -> rendered(bulletinId, format)));
    }

    private Optional<byte[]> kept(UUID bulletinId, BulletinFormat format) {
        var bulletin = Bulletin.ofId(bulletinId).orElseThrow(Problem::notFound);
        if (!bulletin.hasNumber() && format == BulletinFormat.JSON) {
            throw BulletinProblems.notIssued();
        }
        return BulletinFile.find(bulletinId, format).map(file -> files.bytes(file.sha256));
    }

    private byte[] rendered(UUID bulletinId, BulletinFormat format) {
        var source = QuarkusTransaction.joiningExisting().call(() -> source(bulletinId, format));
        var bytes = renderer.render(format, source.content(), source.template());
        return source.isIssued()
                ? QuarkusTransaction.joiningExisting().call(() -> keepOnce(bulletinId, format, bytes))
                : bytes;
    }

    private Source source(UUID bulletinId, BulletinFormat format) {
        var bulletin = Bulletin.ofId(bulletinId).orElseThrow(Problem::notFound);
        return new Source(
                bulletin.hasNumber() ? frozen(bulletinId) : contents.of(bulletin),
                format == BulletinFormat.DOCX ? templates.inForce() : null,
                bulletin.hasNumber());
    }

    /** Stores a format that is newer than the bulletin; two first readers get the same bytes. */
    private byte[] keepOnce(UUID bulletinId, BulletinFormat format, byte[] bytes) {
        Bulletin.lock(bulletinId).orElseThrow(Problem::notFound);
        return kept(bulletinId, format).orElseGet(() -> {
            keep(bulletinId, format, bytes);
            return bytes;
        });
    }

    /** Stores all files of a bulletin in the transaction that signs it; returns the SHA-256 of its content. */
    public String freeze(UUID bulletinId, Map<BulletinFormat, byte[]> rendered) {
        rendered.forEach((format, bytes) -> keep(bulletinId, format, bytes));
        return sha256(bulletinId, BulletinFormat.JSON);
    }

    /** SHA-256 of a stored file of an issued bulletin, its key in {@link StoredFiles}. */
    public String sha256(UUID bulletinId, BulletinFormat format) {
        return BulletinFile.find(bulletinId, format).orElseThrow().sha256;
    }

    /** The content of an issued bulletin as it was signed. */
    BulletinContent frozen(UUID bulletinId) {
        try {
            return content(files.bytes(sha256(bulletinId, BulletinFormat.JSON)));
        } catch (IOException e) {
            throw new IllegalStateException("reading the content of bulletin " + bulletinId + " failed", e);
        }
    }

    /** @throws IOException when the bytes are not a bulletin's content */
    BulletinContent content(byte[] bytes) throws IOException {
        return json.readValue(bytes, BulletinContent.class);
    }

    private void keep(UUID bulletinId, BulletinFormat format, byte[] bytes) {
        BulletinFile.of(bulletinId, format, files.keep(bytes, format.mediaType)).persist();
    }
}
