/* Shows how much of a file has been sent; the page of the load then shows how much of it has been read. */
(function () {
    'use strict';
    var form = document.getElementById('upload');
    if (!form) {
        return;
    }
    var list = document.getElementById('list');
    var button = form.querySelector('button[type=submit]');
    var line = document.getElementById('upload-progress');
    var bar = document.getElementById('upload-bar');
    var errors = document.getElementById('upload-errors');

    function offer() {
        var takesSnapshots = list.selectedOptions[0].dataset.snapshot === 'true';
        document.getElementById('snapshot').disabled = !takesSnapshots;
        document.getElementById('source').disabled = list.value !== 'occupations';
    }

    function say(sentences) {
        errors.textContent = '';
        if (sentences.length === 0) {
            return;
        }
        var box = document.createElement('div');
        box.className = 'error';
        box.setAttribute('role', 'alert');
        sentences.forEach(function (sentence) {
            var paragraph = document.createElement('p');
            paragraph.textContent = sentence;
            box.appendChild(paragraph);
        });
        errors.appendChild(box);
    }

    function stop(sentences) {
        line.hidden = true;
        button.disabled = false;
        say(sentences);
    }

    list.addEventListener('change', offer);
    offer();
    form.addEventListener('submit', function (event) {
        event.preventDefault();
        say([]);
        bar.value = 0;
        line.hidden = false;
        button.disabled = true;
        var request = new XMLHttpRequest();
        request.open('POST', form.action);
        request.setRequestHeader('Accept', 'application/json');
        request.upload.addEventListener('progress', function (sent) {
            if (sent.lengthComputable) {
                bar.value = 100 * sent.loaded / sent.total;
            }
        });
        request.addEventListener('load', function () {
            var answer = null;
            try {
                answer = JSON.parse(request.responseText);
            } catch (e) {
                /* a session that has ended answers with the sign-in page */
            }
            if (answer && answer.location) {
                window.location.assign(answer.location);
            } else {
                stop(answer && answer.errors ? answer.errors : [form.dataset.failed]);
            }
        });
        request.addEventListener('error', function () { stop([form.dataset.failed]); });
        request.send(new FormData(form));
    });
}());
