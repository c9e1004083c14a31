package io.redress.bulletin.word;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redress.account.Viewer;
import io.redress.bulletin.print.RenderLimit;
import io.redress.common.office.StablePackage;
import io.redress.common.problem.ConstraintProblems;
import io.redress.common.problem.Problem;
import io.redress.common.text.Digests;
import io.redress.common.web.Versions;
import io.redress.file.EncryptedFiles;
import io.redress.file.FileProblems;
import io.redress.file.FileType;
import io.redress.file.StoredFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * The template of bulletins: the built-in one, or the office's own. Documents of issued bulletins are stored, so a
 * change does not affect them.
 */
@ApplicationScoped
public class BulletinTemplates {

    /** Another user has replaced the template meanwhile. */
    private static final ConstraintProblems<BulletinTemplate> CONSTRAINTS =
            new ConstraintProblems<>(Map.of("bulletin_template_is_numbered", template -> Problem.of(412, "stale")));

    private final EncryptedFiles files;
    private final StoredFiles clearFiles;
    private final RenderLimit limit;
    private final Clock clock;

    BulletinTemplates(EncryptedFiles files, StoredFiles clearFiles, RenderLimit limit, Clock clock) {
        this.files = files;
        this.clearFiles = clearFiles;
        this.limit = limit;
        this.clock = clock;
    }

    /** The template in force, for {@link BulletinDocument#docx}. */
    @Transactional
    public byte[] inForce() {
        return content(BulletinTemplate.last().orElse(null));
    }

    @Transactional
    BulletinTemplateView read() {
        return view(BulletinTemplate.last().orElse(null));
    }

    /**
     * Puts a template in force after checking, outside transactions, that all sample bulletins can be rendered from it.
     * The stored file is repacked from the checked parts, so that no reader can find anything else in it.
     */
    BulletinTemplateView replace(byte[] handedIn, String note, String ifMatch, Viewer viewer) {
        QuarkusTransaction.requiringNew().run(() -> demandLast(ifMatch));
        var content = limit.inTurn(() -> {
            TemplateCheck.demandSound(handedIn);
            return packedAnew(handedIn);
        });
        if (FileType.demand(content) != FileType.DOCX) {
            throw FileProblems.typeRefused();
        }
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        view(append(demandLast(ifMatch), files.store(content), Digests.sha256(content), note, viewer)));
    }

    private static byte[] packedAnew(byte[] checked) {
        try {
            return StablePackage.of(checked);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot repack the template", e);
        }
    }

    @Transactional
    BulletinTemplateView restoreBuiltIn(String ifMatch, Viewer viewer) {
        return view(append(demandLast(ifMatch), null, null, null, viewer));
    }

    private static long demandLast(String ifMatch) {
        var last = revision(BulletinTemplate.last().orElse(null));
        Versions.demand(ifMatch, last);
        return last;
    }

    private BulletinTemplate append(long last, UUID fileId, String digest, String note, Viewer viewer) {
        var template = BulletinTemplate.of(last + 1, fileId, digest, note, viewer.name(), clock.instant());
        CONSTRAINTS.persistAndFlush(template);
        return template;
    }

    private byte[] content(BulletinTemplate template) {
        if (isBuiltIn(template)) {
            return BulletinDocument.builtInTemplate();
        }
        return template.fileId == null
                ? clearFiles.bytes(template.clearSha256)
                : files.open(template.fileId).bytes();
    }

    private BulletinTemplateView view(BulletinTemplate template) {
        var content = content(template);
        return new BulletinTemplateView(
                isBuiltIn(template),
                Digests.sha256(content),
                content.length,
                template == null ? null : template.changedAt,
                template == null ? null : template.changedBy,
                template == null ? null : template.note,
                revision(template));
    }

    private static boolean isBuiltIn(BulletinTemplate template) {
        return template == null || template.isBuiltIn();
    }

    private static long revision(BulletinTemplate template) {
        return template == null ? 0 : template.revision;
    }
}
