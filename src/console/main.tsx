import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/global.css';
import './i18n/texts';
import { queries } from './api/queries';
import { Routes } from './shell/routes';
import { Theme } from './shell/theme';

const place = document.getElementById('console');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Theme>
          <Routes />
        </Theme>
      </QueryClientProvider>
    </StrictMode>,
  );
}
