package io.redress.bulletin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.common.problem.Problem;
import io.redress.file.StoredFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The files of bulletins. Those of an issued one are made when it is signed, in the same transaction, and kept: whenever they
 * are fetched they are the same bytes, whatever has become of the program or its template since. Those of a draft are made as
 * they are asked for and say that they are a draft's.
 */
@ApplicationScoped
class BulletinFiles {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final BulletinContents contents;
    private final BulletinTemplates templates;
    private final StoredFiles files;
    private final ObjectMapper json;

    BulletinFiles(BulletinContents contents, BulletinTemplates templates, StoredFiles files, ObjectMapper json) {
        this.contents = contents;
        this.templates = templates;
        this.files = files;
        this.json = json;
    }

    /** Makes and keeps every file of an issued bulletin; answers the SHA-256 of its content. */
    @Transactional
    String freeze(UUID bulletinId, BulletinContent content) {
        for (var format : BulletinFormat.values()) {
            keep(bulletinId, format, make(format, content));
        }
        return BulletinFile.find(bulletinId, BulletinFormat.JSON).orElseThrow().sha256;
    }

    /** The file of a bulletin, an issued one's as it was kept. */
    @Transactional
    byte[] read(UUID bulletinId, BulletinFormat format) {
        var bulletin = Bulletin.ofId(bulletinId).orElseThrow(Problem::notFound);
        if (!bulletin.hasNumber()) {
            if (format == BulletinFormat.JSON) {
                throw BulletinProblems.notIssued();
            }
            return make(format, contents.of(bulletin));
        }
        return BulletinFile.find(bulletinId, format)
                .map(file -> files.bytes(file.sha256))
                .orElseGet(() -> keep(bulletinId, format, make(format, frozen(bulletinId))));
    }

    /** The content of an issued bulletin, as it was signed. */
    BulletinContent frozen(UUID bulletinId) {
        try {
            return json.readValue(
                    files.bytes(
                            BulletinFile.find(bulletinId, BulletinFormat.JSON).orElseThrow().sha256),
                    BulletinContent.class);
        } catch (IOException e) {
            throw new IllegalStateException("the content of bulletin " + bulletinId + " cannot be read", e);
        }
    }

    private byte[] keep(UUID bulletinId, BulletinFormat format, byte[] bytes) {
        var sha256 = files.keep(bytes, format.mediaType);
        BulletinFile.of(bulletinId, format, sha256).persist();
        return bytes;
    }

    private byte[] make(BulletinFormat format, BulletinContent content) {
        return switch (format) {
            case JSON -> write(content);
            case DOCX -> BulletinDocument.docx(content, templates.inForce());
            case PDF -> BulletinPdf.of(content);
            case XLSX -> BulletinSheets.xlsx(content);
            case CSV -> BulletinCsv.of(content, StandardCharsets.UTF_8);
            case CSV_GB18030 -> BulletinCsv.of(content, GB18030);
            case HTML -> BulletinPage.html(content).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] write(BulletinContent content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
