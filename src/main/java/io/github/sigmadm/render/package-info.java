/// How a plan or a report looks: the plan file, the comment on the pull request, the job summary,
/// the HTML report, the console text, the outputs.
///
/// Each form has one renderer, a function from values to text; what they share (the headline, the
/// wording of a change, the order of importance) is told once beside them. Everything that comes
/// from a spec or a service is shown as text and nothing else ([Escaping]). Where the text goes is
/// the business of the edges; what the plan should be, of `plan`.
@NullMarked
package io.github.sigmadm.render;

import org.jspecify.annotations.NullMarked;
