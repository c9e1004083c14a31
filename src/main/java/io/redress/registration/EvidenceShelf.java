package io.redress.registration;

import io.redress.account.Viewer;
import io.redress.common.problem.Problem;
import io.redress.common.problem.Words;
import io.redress.file.ExaminedFile;
import io.redress.file.FileName;
import io.redress.file.StoredFiles;
import io.redress.registration.Corrections.Step;
import io.redress.registration.RegistrationChanged.What;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** Keeps what people bring as evidence. A kind that was attached counts as shown. */
@ApplicationScoped
class EvidenceShelf {

    private final Corrections corrections;
    private final StoredFiles files;
    private final Clock clock;

    EvidenceShelf(Corrections corrections, StoredFiles files, Clock clock) {
        this.corrections = corrections;
        this.files = files;
        this.clock = clock;
    }

    /** A file as it was sent: what it claims to be called, and what it is. */
    record Upload(EvidenceKind kind, String name, ExaminedFile file) {}

    /** A file to hand out. */
    record Download(String name, String mediaType, byte[] content) {}

    /** Attaches without asking for a version: files are added, nothing seen before is changed by it. */
    @Transactional
    EvidenceView attach(UUID registrationId, Upload upload, Viewer viewer, Words words) {
        var file = upload.file();
        var evidence = new Evidence();
        var step = new Step(registrationId, null, viewer, Words.chinese());
        corrections.add(step, What.EVIDENCE_ATTACHED, upload.kind().name(), registration -> {
            registration.demandLive();
            evidence.registrationId = registration.id;
            evidence.kind = upload.kind();
            evidence.fileName = FileName.safe(upload.name(), file.type());
            evidence.sha256 = files.keep(file.content(), file.type().mediaType());
            evidence.mediaType = file.type().mediaType();
            evidence.size = file.content().length;
            evidence.warnings = file.warnings();
            evidence.attachedAt = clock.instant();
            evidence.attachedBy = viewer.name();
            evidence.persist();
            var shown = EnumSet.of(upload.kind());
            shown.addAll(registration.evidenceShown);
            registration.evidenceShown = shown;
        });
        return EvidenceView.of(evidence, words);
    }

    @Transactional
    List<EvidenceView> of(UUID registrationId, Viewer viewer, Words words) {
        Registration.inScope(registrationId, viewer.scope()).orElseThrow(Problem::notFound);
        return Evidence.of(registrationId).stream()
                .map(evidence -> EvidenceView.of(evidence, words))
                .toList();
    }

    @Transactional
    Download download(UUID registrationId, UUID id, Viewer viewer) {
        Registration.inScope(registrationId, viewer.scope()).orElseThrow(Problem::notFound);
        var evidence = Evidence.of(registrationId, id).orElseThrow(Problem::notFound);
        var content = files.read(evidence.sha256);
        return new Download(evidence.fileName, evidence.mediaType, content.bytes());
    }
}
