/*
 * Asks before a form is sent whether the session still holds: if not, what was typed stays in the page until one has signed in.
 * A session holds for an hour after its last page has come, so that a young page need not ask.
 */
(function () {
    'use strict';
    var YOUNG = 10 * 60 * 1000;
    var main = document.getElementById('main');
    var begin = Date.now();

    function tell(form, words, signIn) {
        var old = form.querySelector('.not-sent');
        if (old) {
            old.remove();
        }
        var line = document.createElement('p');
        line.className = 'error not-sent';
        line.setAttribute('role', 'alert');
        line.textContent = words;
        if (signIn) {
            var link = document.createElement('a');
            link.href = main.dataset.signIn;
            link.target = '_blank';
            link.textContent = main.dataset.signInLabel;
            line.append(' ', link);
        }
        form.append(line);
    }

    main.querySelectorAll('form[method="post"]:not([data-own])').forEach(function (form) {
        var sure = false;
        form.addEventListener('submit', function (event) {
            if (sure || event.defaultPrevented || Date.now() - begin < YOUNG) {
                return;
            }
            event.preventDefault();
            var button = event.submitter;
            fetch(main.dataset.alive, { redirect: 'manual', cache: 'no-store' })
                .then(function (answer) {
                    if (answer.status === 204) {
                        sure = true;
                        form.requestSubmit(button);
                        sure = false;
                    } else {
                        tell(form, main.dataset.ended, answer.type === 'opaqueredirect');
                    }
                })
                .catch(function () { tell(form, main.dataset.noServer, false); });
        });
    });
}());
