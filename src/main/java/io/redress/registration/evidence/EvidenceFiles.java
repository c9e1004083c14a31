package io.redress.registration.evidence;

import io.redress.account.Viewer;
import io.redress.common.problem.Problem;
import io.redress.common.text.Words;
import io.redress.file.ExaminedFile;
import io.redress.file.FileName;
import io.redress.file.StoredFiles;
import io.redress.registration.correction.Corrections;
import io.redress.registration.correction.Corrections.Step;
import io.redress.registration.model.Evidence;
import io.redress.registration.model.EvidenceKind;
import io.redress.registration.model.RegistrationEvent;
import io.redress.registration.model.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Files of evidence. If a file of a kind is attached, that kind counts as shown. */
@ApplicationScoped
public class EvidenceFiles {

    private final Corrections corrections;
    private final StoredFiles files;
    private final Clock clock;

    EvidenceFiles(Corrections corrections, StoredFiles files, Clock clock) {
        this.corrections = corrections;
        this.files = files;
        this.clock = clock;
    }

    /** A file as sent, with the name that the client claims. */
    record Upload(EvidenceKind kind, String name, ExaminedFile file) {}

    /** A file for download. */
    record Download(String name, String mediaType, byte[] content) {}

    /** Attaches without a version check: a new file changes nothing that the caller saw. */
    @Transactional
    EvidenceView attach(UUID registrationId, Upload upload, Viewer viewer, Words words) {
        var file = upload.file();
        var step = new Step(registrationId, null, viewer, Words.chinese());
        var attached = corrections.add(
                step, RegistrationEvent.EVIDENCE_ATTACHED, upload.kind().name(), registration -> {
                    registration.demandLive();
                    var evidence = Evidence.of(
                            registration.id,
                            upload.kind(),
                            FileName.safe(upload.name(), file.type()),
                            files.keep(file.content(), file.type().mediaType()),
                            file,
                            viewer.name(),
                            clock.instant());
                    evidence.persist();
                    registration.showAlso(upload.kind());
                    return evidence;
                });
        return EvidenceView.of(attached, words);
    }

    @Transactional
    List<EvidenceView> of(UUID registrationId, Viewer viewer, Words words) {
        Registrations.inScope(registrationId, viewer.scope()).orElseThrow(Problem::notFound);
        return Evidence.of(registrationId).stream()
                .map(evidence -> EvidenceView.of(evidence, words))
                .toList();
    }

    @Transactional
    Download download(UUID registrationId, UUID id, Viewer viewer) {
        Registrations.inScope(registrationId, viewer.scope()).orElseThrow(Problem::notFound);
        var evidence = Evidence.of(registrationId, id).orElseThrow(Problem::notFound);
        var content = files.read(evidence.sha256);
        return new Download(evidence.fileName(), evidence.mediaType, content.bytes());
    }
}
