package io.redress.registration.evidence;

import io.redress.account.Viewer;
import io.redress.common.problem.Problem;
import io.redress.common.text.Digests;
import io.redress.common.text.Words;
import io.redress.file.EncryptedFiles;
import io.redress.file.ExaminedFile;
import io.redress.file.FileName;
import io.redress.registration.correction.Corrections;
import io.redress.registration.correction.Corrections.Step;
import io.redress.registration.model.Evidence;
import io.redress.registration.model.EvidenceKind;
import io.redress.registration.model.RegistrationEvent;
import io.redress.registration.model.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files of evidence. If a file of a kind is attached, that kind counts as shown. */
@ApplicationScoped
public class EvidenceFiles {

    private final Corrections corrections;
    private final EncryptedFiles files;
    private final ClearEvidence clearFiles;
    private final Clock clock;

    EvidenceFiles(Corrections corrections, EncryptedFiles files, ClearEvidence clearFiles, Clock clock) {
        this.corrections = corrections;
        this.files = files;
        this.clearFiles = clearFiles;
        this.clock = clock;
    }

    /** A file as sent, with the name that the client claims. */
    record Upload(EvidenceKind kind, String name, ExaminedFile file) {}

    /** A file for download, which is decrypted while it is written. */
    record Download(String name, long size, StreamingOutput content) {}

    /** Attaches without a version check: a new file changes nothing that the caller saw. */
    @Transactional
    EvidenceView attach(UUID registrationId, Upload upload, Viewer viewer, Words words) {
        var file = upload.file();
        var sha256 = Digests.sha256(file.content());
        var step = new Step(registrationId, null, viewer, Words.chinese());
        var attached = corrections.add(
                step, RegistrationEvent.EVIDENCE_ATTACHED, upload.kind().name(), registration -> {
                    registration.demandLive();
                    var evidence = Evidence.of(
                            registration.id,
                            upload.kind(),
                            FileName.safe(upload.name(), file.type()),
                            keptAlready(registration.id, file, sha256).orElseGet(() -> files.store(file.content())),
                            sha256,
                            file,
                            viewer.name(),
                            clock.instant());
                    evidence.persist();
                    registration.showAlso(upload.kind());
                    return evidence;
                });
        return EvidenceView.of(attached, words);
    }

    /** Only within a registration: that two people have the same file is nobody's business. */
    private static Optional<UUID> keptAlready(UUID registrationId, ExaminedFile file, String sha256) {
        return Evidence.of(registrationId).stream()
                .filter(evidence -> evidence.fileId != null && evidence.is(file, sha256))
                .map(evidence -> evidence.fileId)
                .findFirst();
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
        if (evidence.fileId == null) {
            var content = clearFiles.find(evidence);
            if (content.isPresent()) {
                return new Download(evidence.fileName(), evidence.size, out -> out.write(content.get()));
            }
            // It was encrypted a moment ago.
            Evidence.getEntityManager().refresh(evidence);
        }
        var content = files.open(evidence.fileId);
        return new Download(evidence.fileName(), content.size(), content::writeTo);
    }
}
