/* Saves a draft while one goes from answer to answer, and lets nothing be lost when the session has ended meanwhile. */
(function () {
    'use strict';
    var form = document.getElementById('screening');
    var status = document.getElementById('saved');
    if (!form || !status) {
        return;
    }
    var versions = document.querySelectorAll('input[name=version]');
    var waiting = Promise.resolve(true);
    var stopped = false;
    var passing = false;

    function say(text, bad, link) {
        status.textContent = text;
        status.className = bad ? 'error' : 'hint';
        if (link) {
            var anchor = document.createElement('a');
            anchor.href = form.dataset.signIn;
            anchor.target = '_blank';
            anchor.textContent = form.dataset.signInLabel;
            status.append(' ', anchor);
        }
    }

    function show(flaws) {
        form.querySelectorAll('.flaw').forEach(function (line) {
            var place = line.id.slice(0, -'-flaw'.length);
            var field = document.getElementById(place);
            line.textContent = flaws[place] || '';
            if (flaws[place]) {
                field.setAttribute('aria-invalid', 'true');
            } else {
                field.removeAttribute('aria-invalid');
            }
        });
    }

    // the form's own property is hidden by the buttons of that name
    /** Gives whether the server has everything that the form holds. */
    function save() {
        var answers = new URLSearchParams(new FormData(form));
        answers.set('action', 'save');
        return fetch(form.getAttribute('action'), { method: 'POST', body: answers, redirect: 'manual', headers: { Accept: 'application/json' } })
            .then(function (answer) {
                if (answer.type === 'opaqueredirect') {
                    say(form.dataset.ended, true, true);
                    return false;
                }
                if (answer.status !== 200 && answer.status !== 409) {
                    say(form.dataset.failed, true);
                    return false;
                }
                return answer.json().then(function (told) {
                    stopped = answer.status === 409;
                    say(told.said, stopped);
                    if (!stopped) {
                        versions.forEach(function (version) { version.value = told.version; });
                        document.getElementById('people').value = told.people;
                        show(told.flaws);
                    }
                    return !stopped;
                });
            })
            .catch(function () {
                say(form.dataset.failed, true);
                return false;
            });
    }

    form.addEventListener('change', function (event) {
        if (!stopped) {
            waiting = waiting.then(save);
        }
    });

    // every form of the draft sends the version that the last save has told
    document.querySelectorAll('form[action^="save?"]').forEach(function (one) {
        one.addEventListener('submit', function (event) {
            if (passing || stopped) {
                return; // a draft that somebody else has changed is told of by the server, with what was typed here
            }
            event.preventDefault();
            var button = event.submitter;
            waiting = waiting.then(save).then(function (done) {
                if (done || stopped) {
                    passing = true;
                    one.requestSubmit(button);
                }
                return done;
            });
        });
    });
}());
