package io.redress.common.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.redress.common.contract.AllowedMethods;
import io.redress.common.problem.ProblemView.FieldError;
import io.redress.common.text.Words;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.hibernate.StaleObjectStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Exception mappers: the only place where exceptions of resources become problems. */
class ProblemMappers {

    /** Resources give this name to the request body; other parameters come from the query or a header. */
    private static final String BODY = "body";

    private final ProblemResponses responses;
    private final AllowedMethods allowedMethods;
    private final Failures failures;

    ProblemMappers(ProblemResponses responses, AllowedMethods allowedMethods, Failures failures) {
        this.responses = responses;
        this.allowedMethods = allowedMethods;
        this.failures = failures;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, HttpHeaders headers, ContainerRequestContext request) {
        return isOfAnotherMethod(problem.status(), request)
                ? methodNotAllowed(headers, request)
                : problem(problem, headers);
    }

    private Response problem(Problem problem, HttpHeaders headers) {
        return responses.of(problem, headers);
    }

    /** Both types are listed because Quarkus has its own mapper for the narrower one, which names classes. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response json(JsonProcessingException e, HttpHeaders headers) {
        return responses.of(JsonProblems.of(e), headers);
    }

    /** The bytes have no encoding that JSON permits; Jackson throws this exception unwrapped. */
    @ServerExceptionMapper
    Response undecodable(CharConversionException e, HttpHeaders headers) {
        return responses.of(Problem.of(400, "malformed-request"), headers);
    }

    @ServerExceptionMapper(ResteasyReactiveViolationException.class)
    Response invalid(ResteasyReactiveViolationException e, HttpHeaders headers) {
        var words = Words.in(headers.getAcceptableLanguages());
        var errors = e.getConstraintViolations().stream()
                .map(violation -> fieldError(violation, words))
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        var problem = Problem.invalid(List.of());
        return Response.fromResponse(responses.of(problem, headers))
                .entity(responses.view(problem, words, errors))
                .build();
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e, HttpHeaders headers) {
        return Response.fromResponse(signInRequired(headers))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** Invalid credentials; Quarkus has already set the challenge. */
    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException e, HttpHeaders headers) {
        return signInRequired(headers);
    }

    private Response signInRequired(HttpHeaders headers) {
        return responses.of(Problem.of(401, "sign-in-required"), headers);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers) {
        return responses.of(Problem.of(403, "forbidden"), headers);
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleObjectStateException.class})
    Response stale(Exception e, HttpHeaders headers) {
        return responses.of(Problem.of(412, "stale"), headers);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, HttpHeaders headers, ContainerRequestContext request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json, headers);
        }
        if (e.getCause() instanceof Problem problem) {
            return problem(problem, headers);
        }
        var status = e.getResponse().getStatus();
        return status == 405 || isOfAnotherMethod(status, request)
                ? methodNotAllowed(headers, request)
                : responses.of(Problem.of(status, code(status)), headers);
    }

    /**
     * Quarkus REST chooses a resource class, then a template, by path. It responds 404 where the chosen template has
     * only other methods, or takes the last word of the address for an id.
     */
    private boolean isOfAnotherMethod(int status, ContainerRequestContext request) {
        return status == 404
                && allowedMethods(request)
                        .filter(methods -> !List.of(methods.split(", ")).contains(request.getMethod()))
                        .isPresent();
    }

    private Response methodNotAllowed(HttpHeaders headers, ContainerRequestContext request) {
        return Response.fromResponse(responses.of(Problem.of(405, "method-not-allowed"), headers))
                .header(HttpHeaders.ALLOW, allowedMethods(request).orElse(""))
                .build();
    }

    private Optional<String> allowedMethods(ContainerRequestContext request) {
        return allowedMethods.at(request.getUriInfo().getPath());
    }

    private static String code(int status) {
        return switch (status) {
            case 404 -> "not-found";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> status < 500 ? "malformed-request" : "internal-error";
        };
    }

    /** The multipart body ends too early, or does not begin with a boundary. */
    @ServerExceptionMapper
    Response unread(IOException e, HttpHeaders headers) {
        var isMultipart = MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(headers.getMediaType());
        return isMultipart ? responses.of(Problem.of(400, "malformed-request"), headers) : unexpected(e, headers);
    }

    /** Use cases handle the constraints they expect; any other violation is a lost race or a defect. */
    @ServerExceptionMapper
    Response persistence(PersistenceException e, HttpHeaders headers) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem(problem, headers);
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleObjectStateException) {
                return stale(e, headers);
            }
            if (cause instanceof ConstraintViolationException constraint
                    && constraint.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE) {
                return responses.of(Problem.of(409, "conflict"), headers);
            }
        }
        return unexpected(e, headers);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, HttpHeaders headers) {
        return responses.of(failures.problemOf(e), headers);
    }

    private static FieldError fieldError(ConstraintViolation<?> violation, Words words) {
        var names = new ArrayList<String>();
        var isBody = false;
        for (var node : StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(1)
                .toList()) {
            if (names.isEmpty() && !isBody) {
                isBody = true;
                names.add(node.getName());
                continue;
            }
            if (node.getIndex() != null) {
                names.add(node.getIndex().toString());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                names.add(node.getName());
            }
        }
        var parameter = names.remove(0);
        var pointer = parameter.equals(BODY) ? ProblemResponses.pointer(names) : "?" + parameter;
        return new FieldError(pointer, ConstraintWords.of(violation, words));
    }
}
