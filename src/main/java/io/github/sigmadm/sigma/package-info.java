/// What is live in Sigma, and how is it changed?
///
/// Speaks Sigma's REST API and implements the ports of `flow` that are about live models. What a
/// representation means, which live model a file is, and what should be done to it are decided
/// elsewhere; how a request gets through is the business of `http`.
///
/// From the outside in: [SigmaModels] has the operations, [ModelCreation] and [ModelUpdate] those
/// that must come out right when an answer is lost; [Endpoints] is the table of what is called;
/// [Caller] sends it with a token from [Tokens] and reads the answer; [Refusal] turns Sigma's
/// errors into words.
@NullMarked
package io.github.sigmadm.sigma;

import org.jspecify.annotations.NullMarked;
