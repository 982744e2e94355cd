/* Sends a form only while the session lasts: else what was typed stays on the page until somebody has signed in beside it. */
(function () {
    'use strict';
    var status = document.getElementById('kept');
    var form = document.querySelector('form[data-probe]');
    if (!form || !status) {
        return;
    }
    var passing = false;

    function say(text, link) {
        status.textContent = text;
        status.className = 'error';
        if (link) {
            var anchor = document.createElement('a');
            anchor.href = form.dataset.signIn;
            anchor.target = '_blank';
            anchor.textContent = form.dataset.signInLabel;
            status.append(' ', anchor);
        }
    }

    form.addEventListener('submit', function (event) {
        if (passing) {
            return;
        }
        event.preventDefault();
        var button = event.submitter;
        fetch(form.dataset.probe, { redirect: 'manual', headers: { Accept: 'application/json' } })
            .then(function (answer) {
                if (answer.type === 'opaqueredirect') {
                    say(form.dataset.ended, true);
                    return;
                }
                passing = true;
                form.requestSubmit(button);
                passing = false;
            })
            .catch(function () { say(form.dataset.failed); });
    });
}());
